using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>Which things a grant is about: all, the items of a model and the model itself, or one thing.</summary>
/// <param name="Model">The model, or <c>null</c>.</param>
/// <param name="Thing">The thing, or <c>null</c>.</param>
public sealed record GrantScope(ThingId? Model = null, ThingId? Thing = null)
{
    /// <summary>Every thing that the grantor may speak for.</summary>
    public static readonly GrantScope All = new();

    /// <summary>Whether a thing is meant.</summary>
    public bool Contains(AccessSubject subject)
    {
        if (Thing is { } thing) return subject.Id == thing;
        return Model is not { } model || subject.Id == model || subject.Model == model;
    }

    /// <summary>For people: <c>all</c>, <c>model ...</c> or <c>thing ...</c>.</summary>
    public override string ToString() => Thing is { } thing ? $"thing {thing}" : Model is { } model ? $"model {model}" : "all";
}
