using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>What a decision needs to know of a thing.</summary>
/// <param name="Id">The thing.</param>
/// <param name="Model">Its model.</param>
/// <param name="Responsible">Who answered for it, in order of time; the thing's own periods, or those of its model.</param>
public sealed record AccessSubject(ThingId Id, ThingId? Model, IReadOnlyList<ResponsibilityPeriod> Responsible)
{
    /// <summary>A thing that the record does not know.</summary>
    public static AccessSubject Unknown(ThingId id) => new(id, null, []);

    /// <summary>The operator who answers for the thing at a moment.</summary>
    /// <param name="at">Moment (UTC).</param>
    /// <param name="keeper">Who answers when nobody is named: the operator who runs the store.</param>
    public ThingId ResponsibleAt(DateTimeOffset at, ThingId keeper)
    {
        var responsible = keeper;
        foreach (var period in Responsible)
        {
            if (period.From <= at) responsible = period.Operator ?? keeper;
        }

        return responsible;
    }
}
