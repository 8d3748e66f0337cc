using System.Globalization;
using System.Text;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>One stretch of a list of things, in the order of their identifiers.</summary>
/// <param name="Query">What is wanted.</param>
/// <param name="Model">Row number of the model wanted; <c>null</c> for any.</param>
/// <param name="After">Identifier to go on after.</param>
/// <param name="Limit">Most things to read.</param>
internal sealed record ThingListing(ThingQuery Query, long? Model, string After, int Limit)
{
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
            var sql = new StringBuilder("thing.uri > ?2");
            if (Query.Kinds.Count > 0) sql.Append(CultureInfo.InvariantCulture, $" AND thing.kind IN ({string.Join(',', Query.Kinds.Select(kind => (int)kind).Distinct().Order())})");
            if (Model is not null) sql.Append(" AND thing.model_id = ?6");
            if (Query.Identifier is not null) sql.Append(" AND thing.id IN (SELECT id FROM thing WHERE uri = ?8 UNION ALL SELECT thing_id FROM alias WHERE text = ?8)");
            if (Search is not null) sql.Append(" AND instr(thing.search, ?4) > 0");
            if (Search is { IsStart: false }) sql.Append(" AND instr(thing.search, ?5) = 0");
            return sql.ToString();
        }
    }

    /// <summary>Sets the parameters.</summary>
    public Query Bind(Query rows)
    {
        rows.Bind(2, After).Bind(3, Limit);
        if (Model is { } model) rows.Bind(6, model);
        if (Query.Identifier is { } identifier) rows.Bind(8, identifier);
        if (Search is null) return rows;
        rows.Bind(4, Search.Text);
        if (!Search.IsStart) rows.Bind(5, Search.Start);
        return Search.Match is { } match ? rows.Bind(7, match) : rows;
    }
}
