using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.KeepCustody;

/// <summary>Accounts of claims (chain of custody, ISO 22095).</summary>
/// <param name="Method">How claims are accounted.</param>
/// <param name="Months">Credit: months until it expires. Rolling average: months it looks back over.</param>
/// <param name="Accounts">One per site, element and custody model; those with uncovered claims first.</param>
internal sealed record CustodyResource(ClaimMethod Method, int Months, IReadOnlyList<CustodyAccount> Accounts)
{
    /// <summary>True when the reader may not see every event: input that is hidden gives no credit here.</summary>
    public bool IsPartial { get; init; }
}
