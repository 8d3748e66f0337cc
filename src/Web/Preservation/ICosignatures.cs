namespace Voltloop.Web.Preservation;

/// <summary>Cosignatures of witnesses that the node has collected.</summary>
public interface ICosignatures
{
    /// <summary>What each configured witness has last said.</summary>
    IReadOnlyList<WitnessStatus> List();

    /// <summary>The newest checkpoint of the log that a witness has cosigned, with all cosignatures of it; <c>null</c> before the first.</summary>
    string? WitnessedNote();
}
