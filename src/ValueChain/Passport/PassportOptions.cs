namespace Voltloop.Passport;

/// <summary>Settings of the room, section <c>Passport</c> of the configuration.</summary>
public sealed class PassportOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Passport";

    /// <summary>
    /// Base that carriers point to, for example <c>https://passport.example.com</c>; <c>null</c> to use the address under
    /// which the server is asked, and the identifier itself on the command line.
    /// </summary>
    public Uri? PublicBase { get; set; }

    /// <summary>Module that printed codes should have, in mm: a recommendation, between the smallest and the largest that GS1 admits.</summary>
    public double CarrierModule { get; set; } = Model.CarrierFacts.DefaultTargetModule;
}
