namespace Voltloop.Tracing.Model.Between;

/// <summary>A thing from which the one that is asked about is reached.</summary>
/// <param name="Thing">The thing, canonical.</param>
/// <param name="Steps">Steps from it to the one asked about; 0 for that one itself.</param>
/// <param name="WasExchanged">Whether it went between the asker and this node, the right way round.</param>
internal sealed record ReachedFrom(string Thing, int Steps, bool WasExchanged);
