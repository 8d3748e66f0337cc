using System.Diagnostics;
using System.Reflection;
using Voltloop.Web.Http;

namespace Voltloop.Bench.Fuzz;

/// <summary>What came of one input.</summary>
/// <param name="Refused">Code of the named problem; <c>null</c> when it was accepted or is a finding.</param>
/// <param name="Finding">What findings are told apart by; <c>null</c> when the input was answered rightly.</param>
/// <param name="Detail">The exception with its stack, or what was measured.</param>
internal sealed record FuzzVerdict(string? Refused, string? Finding, string Detail = "")
{
    public static readonly FuzzVerdict Accepted = new(null, null);

    /// <summary>A named problem is right; every other exception is a finding, known by its type and our topmost frame.</summary>
    public static FuzzVerdict Of(Exception error)
    {
        var named = ProblemTranslation.Name(error);
        return named.Kind.ExitCode == ProblemTranslation.UnexpectedExitCode
            ? new FuzzVerdict(null, $"{error.GetType().Name} in {Frame(error)}", error.ToString())
            : new FuzzVerdict(named.Kind.Code, null, named.Detail);
    }

    private static string Frame(Exception error) =>
        new StackTrace(error).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(IsOurs) is { } method ? $"{method.DeclaringType!.FullName}.{method.Name}" : "no frame of ours";

    private static bool IsOurs(MethodBase? method) =>
        method?.DeclaringType?.FullName is { } type && type.StartsWith("Voltloop.", StringComparison.Ordinal) && !type.StartsWith("Voltloop.Bench.", StringComparison.Ordinal);
}
