namespace MppDigital.Platform.Identification;

/// <summary>An invented person, as the civil register would describe one.</summary>
/// <param name="Nik">16 digits, serial 9990 to 9999.</param>
/// <param name="FamilyCardNumber">16 digits.</param>
/// <param name="Occupation">In Indonesian, as printed on the identity card.</param>
public sealed record SyntheticPerson(
    string Nik,
    string Name,
    DateOnly BirthDate,
    Sex Sex,
    string MotherName,
    string Address,
    string FamilyCardNumber,
    string Occupation);
