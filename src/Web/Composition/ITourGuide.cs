namespace Voltloop.Web.Composition;

/// <summary>Finds in the record what a stop of the guided tour is about. Rooms contribute guides as services, so that the tour names no identifier and no room knows another.</summary>
public interface ITourGuide
{
    /// <summary>Subjects that it finds, as the addresses of stops name them in braces.</summary>
    IReadOnlyList<string> Subjects { get; }

    /// <summary>Looks for them, as the actor at work may see them.</summary>
    /// <param name="cancellation">Stops looking.</param>
    /// <returns>What was found by subject; a subject that the record does not tell is left out.</returns>
    Task<IReadOnlyDictionary<string, string>> FindAsync(CancellationToken cancellation);
}
