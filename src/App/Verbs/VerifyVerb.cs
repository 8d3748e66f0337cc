using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Trust;
using Voltloop.Record.Signing;
using Voltloop.Web.Http;

namespace Voltloop.App.Verbs;

/// <summary><c>verify FILE</c>: what a saved passport proves, offline.</summary>
internal static class VerifyVerb
{
    private const int Unproven = 1;

    private static readonly Argument<FileInfo> File = new("FILE") { Description = "A saved passport: vc+jwt, SD-JWT, or JSON with a data integrity proof; redacted or not." };
    private static readonly Option<FileInfo?> Trust = new("--trust")
    {
        Description = "Issuers that you believe (./run keys trust writes such a list). Default: the node of --data alone.",
        HelpName = "FILE",
    };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command("verify", "Say what a saved passport proves and what not, without asking anybody. Exit code 0 only when everything that it claims is proven.\n\nExample: ./run verify passport.jwt --trust trust.json") { File, Trust };
        command.SetAction((parsed, _) => host.TranslateAsync(parsed, () => Task.FromResult(Run(parsed, host))));
        return command;
    }

    private static int Run(ParseResult parsed, VerbHost host)
    {
        var keys = parsed.GetValue(Trust) is { } list ? TrustListJson.Read(Read(list, TrustBytes)) : OwnKeys(host.Directory(parsed));
        var report = SavedArtefact.Verify(Read(parsed.GetRequiredValue(File), SavedArtefact.MaxBytes), new VerificationContext(keys, TimeProvider.System.GetUtcNow()));
        Console.WriteLine(host.WantsJson(parsed)
            ? System.Text.Json.JsonSerializer.Serialize(new { report.Holds, report.Lines }, JsonOutput.Options)
            : $"{report}\n{(report.Holds ? "Everything that it claims is proven." : "It is NOT proven.")}");
        return report.Holds ? 0 : Unproven;
    }

    /// <summary>Largest trust list, in bytes.</summary>
    private const int TrustBytes = 64 * 1024 * 1024;

    private static TrustList OwnKeys(string directory) => NodeKeys.TryOpen(directory)?.AsTrustList("This node")
        ?? throw new ProblemException(CommonProblems.BadRequest, "Nobody is trusted: there is no node in --data.", "--trust", "Name a trust list.");

    private static byte[] Read(FileInfo file, long limit)
    {
        if (!file.Exists)
        {
            throw new ProblemException(CommonProblems.NotFound, $"{file.FullName} is not there.");
        }

        return file.Length <= limit
            ? System.IO.File.ReadAllBytes(file.FullName)
            : throw new ProblemException(CommonProblems.LimitExceeded, $"{file.FullName} has {file.Length} bytes; the limit is {limit}.");
    }
}
