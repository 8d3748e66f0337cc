using System.Globalization;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model;
using Voltloop.Passport.Model.En18223;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>One element of a passport, found by its path in the compressed representation.</summary>
/// <param name="State">The passport.</param>
/// <param name="Path">The path, from the section on.</param>
/// <param name="Value">The value found; may be JSON null.</param>
internal sealed record DppElement(DppState State, ElementPath Path, JsonNode? Value)
{
    private static readonly En18222Profile Plain = new("", "lastUpdate", false, "elements", false, "items", "message", false, false);

    /// <summary>Last step of the path, as the id of the element.</summary>
    public string Name => Path.Steps.Count == 0 ? "$" : Path.Steps[^1].Name ?? Path.Steps[^1].Index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The term that the element belongs to; <c>null</c> for sections and for the header.</summary>
    public string? Term => Path.Steps.Count > 1 && State.View.Find(Path.Steps[1].Name ?? "") is { } entry && !DppTerms.InHeader(entry.Term) ? entry.Term.Id : null;

    /// <summary>The element that a path selects.</summary>
    /// <exception cref="ProblemException">None, several and hidden ones are the same: not found.</exception>
    public static DppElement Select(DppState state, string path)
    {
        if (TryWithinTerm(state, path) is { } within) return within;
        var parsed = Rooted(ElementPathParser.Parse(path), state);
        if (parsed.Steps.Count > 0 && parsed.TrySelect(DppDocument.Compressed(state, Plain), out var found)) return new DppElement(state, parsed, found);
        throw new ProblemException(CommonProblems.NotFound, "The path selects no element.");
    }

    /// <summary>The element that a path selects within the value of one term, for which nothing else of the passport is read; else <c>null</c>.</summary>
    /// <exception cref="ProblemException">The path is not well-formed.</exception>
    public static DppElement? TryWithinTerm(DppState state, string path)
    {
        var parsed = Rooted(ElementPathParser.Parse(path), state);
        var isOfTerm = parsed.Steps is [{ Name: { } section }, { Name: { } name }, ..] && state.View.Find(name) is { } entry
            && !DppTerms.InHeader(entry.Term) && SectionNames.Of(entry.Term.Group) == section;
        return isOfTerm && parsed.Skip(2).TrySelect(DppDocument.Value(state.View.Find(parsed.Steps[1].Name!)!), out var found) ? new DppElement(state, parsed, found) : null;
    }

    /// <summary>The element as part of the element tree.</summary>
    public JsonObject Full(string children, string dictionary)
    {
        var expander = new ElementExpander(children);
        if (Path.Steps.Count == 2 && State.View.Find(Name) is { } entry) return expander.Expand(Name, Value, dictionary + Name, DppTerms.TypeOf(entry.Term));
        if (Path.Steps.Count > 1 || Value is not JsonObject section) return expander.Expand(Name, Value);
        return ElementExpander.Collection(Name, section.Select(member => expander.Expand(member.Key, member.Value, dictionary + member.Key, State.View.Find(member.Key) is { } found ? DppTerms.TypeOf(found.Term) : null)));
    }

    /// <summary>The whole value of the term after a merge patch to this element.</summary>
    public JsonNode? Patched(JsonNode? patch)
    {
        var inner = Path.Skip(2);
        return inner.Replace(DppDocument.Value(State.View.Find(Term!)!), MergePatch.Apply(Value, patch));
    }


    // A path may begin at a term: its section is known.
    private static ElementPath Rooted(ElementPath path, DppState state) =>
        path.Steps is [{ Name: { } name }, ..] && state.View.Find(name) is { } entry && !DppTerms.InHeader(entry.Term)
            ? path with { Steps = [new PathStep(SectionNames.Of(entry.Term.Group), 0), .. path.Steps] } : path;
}
