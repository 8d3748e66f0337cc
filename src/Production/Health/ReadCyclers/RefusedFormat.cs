using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers;

/// <summary>A format that is recognised so that it can be refused by name, with what to do instead.</summary>
/// <param name="name">Name for people.</param>
/// <param name="magic">Bytes with which its files begin.</param>
/// <param name="instead">What to do instead.</param>
internal class RefusedFormat(string name, byte[] magic, string instead) : ICyclerFormat
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public virtual bool Recognises(CyclerGlance glance) => glance.Bytes.Span.StartsWith(magic);

    /// <inheritdoc/>
    public CyclerTable? Read(ReadOnlyMemory<byte> content, FindingLog log)
    {
        log.Error("format-not-read", $"{name} is not read. {instead}");
        return null;
    }
}
