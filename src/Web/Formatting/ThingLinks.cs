using Voltloop.Core.Identities;
using Voltloop.Record.Statements;

namespace Voltloop.Web.Formatting;

/// <summary>Addresses of the shell's pages.</summary>
public static class ThingLinks
{
    /// <summary>Page of a thing.</summary>
    public static string Page(ThingId id) => "/things/" + Uri.EscapeDataString(id.Value);

    /// <summary>Provenance of a recorded statement: a page, and a fragment for the drawer.</summary>
    public static string Provenance(RecordedStatement recorded) =>
        FormattableString.Invariant($"/things/statement?thing={Uri.EscapeDataString(recorded.Statement.Thing.Value)}&term={Uri.EscapeDataString(recorded.Statement.Term)}&assertion={recorded.Assertion}&ordinal={recorded.Ordinal}");

    /// <summary>Search for a text.</summary>
    public static string Search(string text) => "/search?q=" + Uri.EscapeDataString(text);
}
