using Voltloop.Record.Signing;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>The identity that the writer signs with.</summary>
/// <param name="Keys">Identity of the node.</param>
/// <param name="Signer">Its current key.</param>
internal sealed record NodeSigning(NodeKeys Keys, AssertionSigner Signer)
{
    /// <summary>Keeps the newest checkpoint beside the database; a lost one is made good by the next.</summary>
    public void Keep(string note)
    {
        var part = Keys.CheckpointFile + ".part";
        try
        {
            File.WriteAllText(part, note);
            File.Move(part, Keys.CheckpointFile, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is committed stays committed: the next checkpoint writes over the part.
        }
    }
}
