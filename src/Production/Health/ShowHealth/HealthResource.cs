using Voltloop.Health.Model;
using Voltloop.Web.Api;

namespace Voltloop.Health.ShowHealth;

/// <summary>What the record knows about the health of one battery.</summary>
/// <param name="Thing">The battery.</param>
/// <param name="Statements">Statements of this room, with method and interval.</param>
/// <param name="Flagged">Samples left out of estimates.</param>
internal sealed record HealthResource(ThingResource Thing, IReadOnlyList<StatementResource> Statements, IReadOnlyList<FlaggedEntry> Flagged);
