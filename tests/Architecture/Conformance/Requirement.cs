namespace Voltloop.Tests.Architecture.Conformance;

/// <summary>What the law or a standard asks for.</summary>
/// <param name="Id">Short name, as tests carry it in the trait <c>Requirement</c>.</param>
/// <param name="Source">Article or clause.</param>
/// <param name="Level">law, shall, should, may, and kinds of information.</param>
/// <param name="Text">What is asked for, in our words.</param>
public sealed record Requirement(string Id, string Source, string Level, string Text)
{
    /// <summary>True when it must be met.</summary>
    public bool Binds => Level is "law" or "shall";
}
