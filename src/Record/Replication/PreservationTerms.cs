namespace Voltloop.Record.Replication;

/// <summary>Terms of the vocabulary about preservation.</summary>
public static class PreservationTerms
{
    /// <summary>Never stated: a grant that names it gives the right to replicate.</summary>
    public const string Replication = "recordReplication";

    /// <summary>On the keeper: from when on it no longer acts.</summary>
    public const string OperatorCeased = Policies.AccessTerms.OperatorCeased;

    /// <summary>On the keeper: another node goes on with the log.</summary>
    public const string LogContinued = "logContinued";
}
