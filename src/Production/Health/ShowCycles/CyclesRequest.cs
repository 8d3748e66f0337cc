using Microsoft.AspNetCore.Mvc;

namespace Voltloop.Health.ShowCycles;

/// <summary>Which cycles are wanted.</summary>
/// <param name="From">First cycle of the list, from 0.</param>
/// <param name="Count">How many.</param>
internal sealed record CyclesRequest([FromQuery(Name = "from")] int? From, [FromQuery(Name = "count")] int? Count);
