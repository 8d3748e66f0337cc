using System.Globalization;
using System.Text;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>One stretch of a list of things, in the order of their identifiers.</summary>
/// <param name="Query">What is wanted.</param>
/// <param name="Model">Row number of the model wanted; <c>null</c> for any.</param>
/// <param name="After">Half of the list and identifier to go on after.</param>
/// <param name="Limit">Most things to read.</param>
internal sealed record ThingListing(ThingQuery Query, long? Model, (long Half, string Id) After, int Limit)
{
    /// <summary>The half that a thing is in, which orders the list: 0 when a part begins with the text, 1 when parts only contain it.</summary>
    public string Half => Search switch
    {
        { IsStart: null } => "(instr(thing.search, ?5) = 0)",
        { IsStart: false } => "1",
        _ => "0",
    };

    /// <summary>How the text is found; <c>null</c> when none is wanted.</summary>
    public ThingSearch? Search { get; init; }

    /// <summary>Where the rows come from: all things in order, or the few that the index of texts has.</summary>
    public string From => Search is { Match: not null }
        ? "FROM (SELECT rowid AS found FROM thing_text WHERE thing_text MATCH ?7) CROSS JOIN thing ON thing.id = found"
        : "FROM thing";

    /// <summary>The conditions; parameters that a listing does not have are left out.</summary>
    public string Where
    {
        get
        {
            // SQLite cannot reach several kinds from one index; they are few, so they are a list in the statement.
            var sql = new StringBuilder(IsBoth ? $"({Half}, thing.uri) > (?9, ?2)" : "thing.uri > ?2");
            if (Query.Kinds.Count > 0) sql.Append(CultureInfo.InvariantCulture, $" AND thing.kind IN ({string.Join(',', Query.Kinds.Select(kind => (int)kind).Distinct().Order())})");
            if (Model is not null) sql.Append(" AND thing.model_id = ?6");
            if (Query.Identifier is not null) sql.Append(" AND thing.id IN (SELECT id FROM thing WHERE uri = ?8 UNION ALL SELECT thing_id FROM alias WHERE text = ?8)");
            if (Search is not null) sql.Append(" AND instr(thing.search, ?4) > 0");
            if (Search?.IsStart == false) sql.Append(" AND instr(thing.search, ?5) = 0");
            return sql.ToString();
        }
    }

    /// <summary>The order of the list.</summary>
    public string Order => IsBoth ? $"{Half}, thing.uri" : "thing.uri";

    private bool IsBoth => Search is { IsStart: null };

    /// <summary>Sets the parameters.</summary>
    public Query Bind(Query rows)
    {
        rows.Bind(2, After.Id).Bind(3, Limit);
        if (IsBoth) rows.Bind(9, After.Half);
        if (Model is { } model) rows.Bind(6, model);
        if (Query.Identifier is { } identifier) rows.Bind(8, identifier);
        if (Search is null) return rows;
        rows.Bind(4, Search.Text);
        if (Search.IsStart != true) rows.Bind(5, Search.Start);
        return Search.Match is { } match ? rows.Bind(7, match) : rows;
    }
}
