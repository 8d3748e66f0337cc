using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Voltloop.Core.Problems;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.Model.Query;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>Reads queries from addresses and from JSON.</summary>
internal static class QueryText
{
    private static readonly string[] Deciding = ["audience", "as"];

    /// <summary>Parameters of an address; several values stand between bars.</summary>
    public static IReadOnlyList<QueryParameter> Of(IQueryCollection query) =>
        [.. query.Where(p => !Deciding.Contains(p.Key, StringComparer.Ordinal)).Select(p => Parameter(p.Key, p.Value.SelectMany(v => (v ?? "").Split('|'))))];

    /// <summary>Parameters of the query object of a named query.</summary>
    /// <exception cref="ProblemException">A value is no text, number, truth or list of such.</exception>
    public static IReadOnlyList<QueryParameter> Of(JsonElement query)
    {
        if (query.ValueKind != JsonValueKind.Object) throw new ProblemException(QueryProblems.BadParameter, "A query is an object of parameters.", "/query");
        return [.. query.EnumerateObject().Where(p => p.Name is not ("@context" or "queryType")).Select(p => Parameter(p.Name, Values(p)))];
    }

    /// <summary>Prefixes of a request: <c>GS1-Extensions: example=https://ns.example.com/epcis/</c>.</summary>
    public static EventNamespaces NamesOf(HttpContext http)
    {
        var pairs = http.Request.Headers["GS1-Extensions"].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(p => p.Split('=', 2)).Where(p => p.Length == 2);
        return NamesOf(pairs.GroupBy(p => p[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First()[1], StringComparer.Ordinal));
    }

    /// <summary>Prefixes of a query object's <c>@context</c>.</summary>
    public static EventNamespaces NamesOf(JsonElement query) => query.TryGetProperty("@context", out var context) ? EventNamespaces.Of(context) : EventNamespaces.Official;

    private static EventNamespaces NamesOf(Dictionary<string, string> prefixes)
    {
        if (prefixes.Count == 0) return EventNamespaces.Official;
        using var json = JsonSerializer.SerializeToDocument(prefixes);
        return EventNamespaces.Of(json.RootElement);
    }

    private static QueryParameter Parameter(string name, IEnumerable<string> values)
    {
        string[] all = [.. values.Where(v => v.Length > 0).Take(QueryParameter.MaxValues + 1)];
        return all.Length <= QueryParameter.MaxValues
            ? new QueryParameter(name, all)
            : throw new ProblemException(CommonProblems.LimitExceeded, $"A parameter has at most {QueryParameter.MaxValues} values.", name);
    }

    private static IEnumerable<string> Values(JsonProperty parameter) => parameter.Value.ValueKind == JsonValueKind.Array
        ? parameter.Value.EnumerateArray().Select(item => Text(parameter.Name, item))
        : [Text(parameter.Name, parameter.Value)];

    private static string Text(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => PreHashTexts.Text(value),
        _ => throw new ProblemException(QueryProblems.BadParameter, "Its value is no text, number, truth or list of such.", name),
    };
}
