namespace MppDigital.Login.Accounts;

/// <summary>What the login knows about a person; stored only sealed.</summary>
/// <param name="Nik">16 digits; null for staff.</param>
/// <param name="Phone">International form, <c>+62812…</c>.</param>
internal sealed record PersonalData(string? Nik, string Name, DateOnly? BirthDate, string? Phone, string? Email)
{
    /// <summary>What is left of a closed account.</summary>
    public static PersonalData Nobody { get; } = new(null, "", null, null, null);

    /// <summary>Only until the civil register has confirmed the person.</summary>
    public string? MotherName { get; init; }
}
