namespace Voltloop.Passport.ChangeLifecycle;

/// <summary>Terms of the vocabulary that tell the life of a battery.</summary>
internal static class LifecycleTerms
{
    public const string BatteryStatus = "batteryStatus";
    public const string Predecessor = "predecessorPassport";
    public const string Predecessors = "predecessors";
    public const string Successors = "successors";
}
