using Voltloop.Health.ShowFleet;

namespace Voltloop.Health.Web;

/// <summary>Batteries that need a look for one reason.</summary>
/// <param name="Title">The reason.</param>
/// <param name="Entries">Batteries, the gravest first.</param>
/// <param name="Heading">Name of the figure.</param>
/// <param name="Figure">What is shown of each.</param>
internal sealed record AttentionList(string Title, IReadOnlyList<FleetEntry> Entries, string Heading, Func<FleetEntry, string> Figure);
