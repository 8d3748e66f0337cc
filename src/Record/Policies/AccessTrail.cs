using System.Globalization;
using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>Collects what one request reads of controlled data, so that the log gets one line per thing and not one per value.</summary>
public sealed class AccessTrail
{
    /// <summary>Most things named one by one; a scan over more is one line that counts them.</summary>
    public const int MaxNamed = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, HashSet<string>> _read = new(StringComparer.Ordinal);

    /// <summary>Number of the newest line of the access log that the request wrote already, with a batch; 0 for none.</summary>
    public long Newest { get; private set; }

    /// <summary>Notes that a batch brought a line of the access log with it.</summary>
    /// <param name="number">Number of the line.</param>
    public void Logged(long number) => Newest = Math.Max(Newest, number);

    /// <summary>Notes that a controlled value was shown.</summary>
    public void Note(ThingId thing, string term) => Note(thing.Value, term);

    /// <summary>Notes that a controlled document was shown.</summary>
    public void NoteDocument(string sha256) => Note($"document {sha256}", "bytes");

    /// <summary>The lines to log, and forgets them.</summary>
    public IReadOnlyList<AccessEntry> Take(Actor actor, DateTimeOffset at)
    {
        lock (_lock)
        {
            string[] what = _read.Count <= MaxNamed ? [.. _read.Select(r => $"{r.Key}: {string.Join(' ', r.Value.Order(StringComparer.Ordinal))}")] : [Summary()];
            _read.Clear();
            return [.. what.Select(line => new AccessEntry(actor.Operator?.Value ?? "", Who(actor), "read", line, at))];
        }
    }

    /// <summary>Forgets what was noted: it was read to decide something, and shown to nobody.</summary>
    public void Forget()
    {
        lock (_lock) _read.Clear();
    }

    private static string Who(Actor actor) => actor.ViewsAs is { } audience ? $"{actor.Name}, seeing as {audience}" : actor.Name;

    private string Summary() => string.Create(
        CultureInfo.InvariantCulture, $"{_read.Count} things: {string.Join(' ', _read.Values.SelectMany(terms => terms).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}");

    private void Note(string what, string term)
    {
        lock (_lock)
        {
            if (!_read.TryGetValue(what, out var terms)) _read.Add(what, terms = new HashSet<string>(StringComparer.Ordinal));
            terms.Add(term);
        }
    }
}
