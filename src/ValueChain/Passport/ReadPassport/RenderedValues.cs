using System.Collections.Concurrent;
using System.Text.Json;
using Voltloop.Passport.Model;
using Voltloop.Web.Http;

namespace Voltloop.Passport.ReadPassport;

/// <summary>
/// Values of passports as JSON. A statement never changes, so each is rendered once, whoever reads it and as of whatever
/// moment; who may read it was decided before. Two generations: when the younger is full, the older is dropped.
/// </summary>
internal sealed class RenderedValues
{
    /// <summary>Most bytes of one generation.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    private readonly Lock _turn = new();
    private ConcurrentDictionary<Key, byte[]> _young = new();
    private ConcurrentDictionary<Key, byte[]> _old = new();
    private int _bytes;

    /// <summary>A value with its unit and provenance, as <see cref="PassportDocument.Entry"/> is serialized.</summary>
    public byte[] Of(PassportEntry entry)
    {
        var key = new Key(entry.Recorded.Assertion, entry.Recorded.Ordinal, entry.Recorded.RecordedAt, entry.FromModel);
        if (_young.TryGetValue(key, out var known)) return known;
        if (!_old.TryGetValue(key, out known)) known = JsonSerializer.SerializeToUtf8Bytes(PassportDocument.Entry.Of(entry), JsonOutput.Compact);
        if (_young.TryAdd(key, known) && Interlocked.Add(ref _bytes, known.Length) > MaxBytes) Turn();
        return known;
    }

    private void Turn()
    {
        lock (_turn)
        {
            if (_bytes <= MaxBytes) return;
            (_old, _young, _bytes) = (_young, new(), 0);
        }
    }

    private readonly record struct Key(long Assertion, int Ordinal, DateTimeOffset RecordedAt, bool FromModel);
}
