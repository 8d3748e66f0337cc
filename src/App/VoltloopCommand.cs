using System.CommandLine;
using Voltloop.App.Hosting;
using Voltloop.App.Verbs;

namespace Voltloop.App;

/// <summary>The command line: one root command, the verbs of the hall, and the verbs that the rooms bring.</summary>
public static class VoltloopCommand
{
    /// <summary>Parses and runs; the exit code is 0, or that of the problem.</summary>
    public static Task<int> RunAsync(string[] arguments) => Build().Parse(arguments).InvokeAsync();

    /// <summary>The whole command tree, for the help texts and the reference.</summary>
    public static RootCommand Build()
    {
        var options = new GlobalOptions();
        var host = new VerbHost(options);
        var root = new RootCommand(
            "Voltloop: one record for every battery, from mine to mine.\n\n"
            + "Examples:\n"
            + "  ./run                                        serve the example value chain\n"
            + "  ./run import cells.csv --data ./mine         read measured files into a store of your own\n"
            + "  ./run show TBSI-B1T25                        everything known about one battery\n"
            + "  ./run completeness TBSI-B1T25 --on 2027-02-18");
        root.Options.Add(options.Data);
        root.Options.Add(options.Json);
        root.Subcommands.Add(ServeVerb.Build(host));
        root.Subcommands.Add(TourVerb.Build(host));
        root.Subcommands.Add(ConfigVerb.Build(host));
        root.Subcommands.Add(ImportVerb.Build(host));
        root.Subcommands.Add(AccountVerb.Build(host));
        root.Subcommands.Add(KeyVerb.Build(host));
        root.Subcommands.Add(GrantVerb.Build(host));
        root.Subcommands.Add(BackupVerb.Build(host));
        root.Subcommands.Add(RestoreVerb.Build(host));
        root.Subcommands.Add(FollowVerb.Build(host));
        root.Subcommands.Add(PromoteVerb.Build(host));
        root.Subcommands.Add(PreservationVerb.Build(host));
        root.Subcommands.Add(DoctorVerb.Build(host));
        root.Subcommands.Add(VerifyVerb.Build(host));
        root.Subcommands.Add(KeysVerb.Build(host));
        root.Subcommands.Add(WitnessVerb.Build(host));
        foreach (var command in House.Rooms.SelectMany(room => room.BuildCommands(host)))
        {
            root.Subcommands.Add(command);
        }

        return root;
    }
}
