using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>What a decision needs to know of a thing.</summary>
/// <param name="Id">The thing.</param>
/// <param name="Model">Its model.</param>
/// <param name="Responsible">Who answered for it, in order of time.</param>
public sealed record AccessSubject(ThingId Id, ThingId? Model, IReadOnlyList<ResponsibilityPeriod> Responsible)
{
    /// <summary>Who answered for its model; counts until the thing's own first period begins.</summary>
    public IReadOnlyList<ResponsibilityPeriod> ResponsibleForModel { get; init; } = [];

    /// <summary>A thing that the record does not know.</summary>
    public static AccessSubject Unknown(ThingId id) => new(id, null, []);

    /// <summary>The operator who answers for the thing at a moment.</summary>
    /// <param name="at">Moment (UTC).</param>
    /// <param name="keeper">Who answers when nobody is named: the operator who runs the store.</param>
    public ThingId ResponsibleAt(DateTimeOffset at, ThingId keeper)
    {
        var period = Responsible.LastOrDefault(p => p.From <= at) ?? ResponsibleForModel.LastOrDefault(p => p.From <= at);
        return period?.Operator ?? keeper;
    }
}
