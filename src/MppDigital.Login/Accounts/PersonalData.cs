namespace MppDigital.Login.Accounts;

/// <summary>What the login knows about a person; stored only sealed.</summary>
/// <param name="Nik">16 digits; null for staff.</param>
/// <param name="Phone">International form, <c>+62812…</c>.</param>
internal sealed record PersonalData(string? Nik, string Name, DateOnly? BirthDate, string? Phone, string? Email);
