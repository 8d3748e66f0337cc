using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Health.ShowFleet;

/// <summary>Query parameters of the fleet.</summary>
/// <param name="Order">id, state-of-health, fade, flagged or model-fade.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">Page size.</param>
internal sealed record FleetRequest(string? Order, string? Cursor, int? Limit)
{
    /// <summary>Largest page.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The order asked for.</summary>
    /// <exception cref="ProblemException">There is no such order.</exception>
    public FleetOrder ReadOrder() => Order switch
    {
        null or "id" => FleetOrder.Id,
        "state-of-health" => FleetOrder.StateOfHealth,
        "fade" => FleetOrder.Fade,
        "flagged" => FleetOrder.Flagged,
        "model-fade" => FleetOrder.ModelFade,
        _ => throw new ProblemException(CommonProblems.BadRequest, $"\"{Order}\" is no order; use id, state-of-health, fade, flagged or model-fade.", "order"),
    };

    /// <summary>Batteries to skip.</summary>
    /// <exception cref="ProblemException">The cursor is not one that this API gave.</exception>
    public int ReadSkip() => Cursor is null ? 0
        : int.TryParse(Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip
        : throw new ProblemException(CommonProblems.BadRequest, $"\"{Cursor}\" is no cursor.", "cursor");
}
