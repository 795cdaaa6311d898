"""What is measured: one command per question, always against a bare Streamlit page in one run."""
