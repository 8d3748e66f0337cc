namespace Voltloop.Tests.EndToEnd.Quality;

/// <summary>Tests that share the house with the larger factory.</summary>
[CollectionDefinition(Name)]
public sealed class CauseCollection : ICollectionFixture<CauseHouse>
{
    public const string Name = "cause";
}
