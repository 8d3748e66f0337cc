using Voltloop.Core.Identities;

namespace Voltloop.Record.Policies;

/// <summary>The grants as they stand now.</summary>
public interface IGrants
{
    /// <summary>Grants that an operator holds, whatever their dates.</summary>
    IReadOnlyList<Grant> Of(ThingId grantee);
}
