using Voltloop.Record.Documents;

namespace Voltloop.Record.Replication;

/// <summary>A document on its way to a back-up.</summary>
/// <param name="Number">Its number in the order of arrival.</param>
/// <param name="Document">What it is.</param>
/// <param name="Bytes">Content of a small one; <c>null</c> for one that is fetched by its hash.</param>
public sealed record ReplicatedDocument(long Number, Document Document, byte[]? Bytes)
{
    /// <summary>Largest document that travels with its page, in bytes.</summary>
    public const int MaxInline = 64 * 1024;
}
