using Voltloop.Passport.Model;
using Voltloop.Passport.Model.En18223;
using Voltloop.Record.Things;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>A passport as found: its header, its values for one audience, and its version.</summary>
/// <param name="View">Values.</param>
/// <param name="Header">Header.</param>
/// <param name="Version">Tag that changes with every write to the thing or its model.</param>
internal sealed record DppState(PassportView View, DppHeader Header, string Version)
{
    /// <summary>The item or model.</summary>
    public Thing Thing => View.Thing;

    /// <summary>Values that are elements, not header.</summary>
    public IEnumerable<PassportEntry> Elements => View.Entries.Where(entry => !DppTerms.InHeader(entry.Term));
}
