using MppDigital.Platform.Tenancy;

namespace MppDigital.Platform.Secrets;

/// <summary>The database that a data key belongs to; a wrapped key copied into another database is refused.</summary>
public readonly record struct KeyOwner
{
    private KeyOwner(string name) => Name = name;

    public static KeyOwner National { get; } = new("national");

    public static KeyOwner Login { get; } = new("login");

    /// <summary>What residents have proven; it lies in the national database under a key of its own.</summary>
    public static KeyOwner Vault { get; } = new("vault");

    /// <summary>What people report of brokers and extortion; it lies in the national database under a key of its own, and no regency's key opens it.</summary>
    public static KeyOwner Tips { get; } = new("tips");

    public string Name { get; }

    public static KeyOwner Of(RegencyCode code) => new(code.Value);

    public override string ToString() => Name;
}
