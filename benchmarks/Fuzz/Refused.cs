using Voltloop.Core.Problems;

namespace Voltloop.Bench.Fuzz;

/// <summary>Has several parsers read the same bytes: one that refuses by name does not keep the others from reading.</summary>
internal static class Refused
{
    public static void OrNot(params ReadOnlySpan<Action> readers)
    {
        ProblemException? first = null;
        var accepted = 0;
        foreach (var read in readers)
        {
            try
            {
                read();
                accepted++;
            }
            catch (ProblemException named)
            {
                first ??= named;
            }
        }

        if (accepted == 0 && first is not null) throw first;
    }
}
