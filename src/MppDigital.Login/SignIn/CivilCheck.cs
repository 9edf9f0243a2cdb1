using MppDigital.Connectors;
using MppDigital.Connectors.Dukcapil;
using MppDigital.Login.Accounts;
using MppDigital.Platform.Secrets;

namespace MppDigital.Login.SignIn;

/// <summary>
/// Asks the civil register whether a person is who they say: name, date of birth and the mother's name must all agree. The mother's
/// name is left out only for somebody whose face was compared with the register elsewhere.
/// </summary>
internal sealed class CivilCheck(DukcapilClient register)
{
    public async Task<CivilAnswer> AskAsync(PersonalData person, CancellationToken ct) => await register.GetPersonAsync(person.Nik!, ct) switch
    {
        Lookup<CivilPerson>.Found { Data: var known } => Agrees(person, known) ? CivilAnswer.Agrees : CivilAnswer.Differs,
        Lookup<CivilPerson>.NotFound => CivilAnswer.Differs,
        _ => CivilAnswer.None,
    };

    /// <summary>An officer has the person and the card before him, so the mother's name, which is for proving oneself from afar, is not asked.</summary>
    public async Task<CivilAnswer> AskFaceToFaceAsync(PersonalData person, CancellationToken ct) => await register.GetPersonAsync(person.Nik!, ct) switch
    {
        Lookup<CivilPerson>.Found { Data: var known } => person.BirthDate == known.BirthDate && NameWords.AreSame(person.Name, known.Name) ? CivilAnswer.Agrees : CivilAnswer.Differs,
        Lookup<CivilPerson>.NotFound => CivilAnswer.Differs,
        _ => CivilAnswer.None,
    };

    private static bool Agrees(PersonalData said, CivilPerson known) =>
        said.BirthDate == known.BirthDate && NameWords.AreSame(said.Name, known.Name) && (said.MotherName is null || NameWords.AreSame(said.MotherName, known.MotherName));
}

internal enum CivilAnswer
{
    Agrees,

    /// <summary>The register knows somebody else by this number, or nobody.</summary>
    Differs,

    /// <summary>It could not be asked.</summary>
    None,
}
