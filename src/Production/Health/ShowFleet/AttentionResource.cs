using Voltloop.Health.Model.Fleet;

namespace Voltloop.Health.ShowFleet;

/// <summary>Batteries worth a look.</summary>
/// <param name="Batteries">Batteries looked at.</param>
/// <param name="Found">Batteries worth a look.</param>
/// <param name="Items">The gravest of them.</param>
internal sealed record AttentionResource(int Batteries, int Found, IReadOnlyList<AttentionEntry> Items);
