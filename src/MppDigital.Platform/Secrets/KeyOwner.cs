using MppDigital.Platform.Tenancy;

namespace MppDigital.Platform.Secrets;

/// <summary>The database that a data key belongs to; a wrapped key copied into another database is refused.</summary>
public readonly record struct KeyOwner
{
    private KeyOwner(string name) => Name = name;

    public static KeyOwner National { get; } = new("national");

    public static KeyOwner Login { get; } = new("login");

    public string Name { get; }

    public static KeyOwner Of(RegencyCode code) => new(code.Value);

    public override string ToString() => Name;
}
