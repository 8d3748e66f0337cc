namespace Voltloop.Record.Ports;

/// <summary>Names of the parts of a store, the same for every adapter.</summary>
public static class StoreParts
{
    /// <summary>Things with their identifiers.</summary>
    public const string Things = "things";

    /// <summary>The newest statement of each term.</summary>
    public const string Facts = "facts";

    /// <summary>Statements that newer ones have followed.</summary>
    public const string History = "history";

    /// <summary>Signed assertions.</summary>
    public const string Assertions = "assertions";

    /// <summary>Methods, references and inputs of statements, issuers and names of terms.</summary>
    public const string Evidence = "evidence";

    /// <summary>Tiles and checkpoints of the Merkle log.</summary>
    public const string Log = "log";

    /// <summary>Measured series.</summary>
    public const string Series = "series";

    /// <summary>Receipts and states of field telemetry.</summary>
    public const string Telemetry = "telemetry";

    /// <summary>Events with what they name.</summary>
    public const string Events = "events";

    /// <summary>Documents, also the files of imports.</summary>
    public const string Documents = "documents";

    /// <summary>Accounts, keys and the log of reads.</summary>
    public const string Access = "access";

    /// <summary>Room in half-filled pages, and search indexes.</summary>
    public const string Rest = "rest";
}
