namespace Voltloop.Tests.Architecture.Rules;

/// <summary>Half of all methods have 8 lines or fewer, nine in ten 25 or fewer.</summary>
public sealed class TypicalMethods : IRule
{
    public const int Median = 8;
    public const int Ninetieth = 25;

    public string Remedy => "Push ifs up and loops down; name the steps.";

    public IEnumerable<string> Violations(SourceTree tree)
    {
        int[] sizes = [.. Methods.Of(tree).Where(found => !Methods.IsExcused(found.File, found.Method))
            .Select(found => Methods.Lines(found.Method)).Order()];
        if (sizes.Length == 0)
        {
            yield break;
        }

        if (sizes[sizes.Length / 2] > Median)
        {
            yield return $"the median method has {sizes[sizes.Length / 2]} lines";
        }

        if (sizes[sizes.Length * 9 / 10] > Ninetieth)
        {
            yield return $"one method in ten has more than {sizes[sizes.Length * 9 / 10]} lines";
        }
    }
}
