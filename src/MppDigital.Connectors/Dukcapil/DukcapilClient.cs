using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Health;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Dukcapil;

/// <summary>The civil register: who is this person, who is on their family card.</summary>
public sealed class DukcapilClient : IConnector
{
    internal const string Name = "Dukcapil";

    private readonly RegisterLine line;

    internal DukcapilClient(RegisterLine line) => this.line = line;

    string IConnector.Connector => Name;

    /// <param name="nik">16 digits, already validated.</param>
    public Task<Lookup<CivilPerson>> GetPersonAsync(string nik, CancellationToken ct) =>
        line.AskAsync<DukcapilQuestion, DukcapilAnswer<DukcapilPersonRecord>, CivilPerson>(
            DukcapilPaths.Person, new DukcapilQuestion(nik), (answer, at) => Read(answer, at, record => PersonOf(record, nik)), ct);

    /// <param name="nik">Number of any member.</param>
    public Task<Lookup<FamilyCard>> GetFamilyCardAsync(string nik, CancellationToken ct) =>
        line.AskAsync<DukcapilQuestion, DukcapilAnswer<DukcapilFamilyCardRecord>, FamilyCard>(
            DukcapilPaths.FamilyCard, new DukcapilQuestion(nik), (answer, at) => Read(answer, at, record => CardOf(record, nik)), ct);

    Task<ConnectorLook> IConnector.LookAsync(CancellationToken ct) => line.LookAsync(ct);

    /// <summary>Asks for a number that nobody has: no province begins with 00.</summary>
    async Task<Outage?> IConnector.TryAsync(RegencyCode regency, CancellationToken ct) => (await GetPersonAsync("0000000000000000", ct) as Lookup<CivilPerson>.Unavailable)?.Reason;

    private static Lookup<T> Read<TRecord, T>(DukcapilAnswer<TRecord> answer, DateTime at, Func<TRecord, T?> read) where T : class =>
        answer switch
        {
            { ResponseCode: DukcapilAnswer<TRecord>.NoSuchRecord } => new Lookup<T>.NotFound(at),
            { ResponseCode: DukcapilAnswer<TRecord>.Answered, Content: [var record] } when read(record) is { } data => new Lookup<T>.Found(data, at),
            _ => new Lookup<T>.Unavailable(Outage.Unreadable),
        };

    private static CivilPerson? PersonOf(DukcapilPersonRecord record, string asked) =>
        record is { Name.Length: > 0, BirthPlace.Length: > 0, BirthDate: { } born, Address.Length: > 0, FamilyCardNumber.Length: 16, MotherName.Length: > 0 }
        && record.Nik == asked && SexOf(record.Sex) is { } sex
            ? new CivilPerson(asked, record.Name, record.BirthPlace, born, sex, record.Address, record.FamilyCardNumber, record.MotherName)
            : null;

    private static FamilyCard? CardOf(DukcapilFamilyCardRecord record, string asked)
    {
        if (record is not { Number: { Length: 16 } number, Members: { Length: > 0 } records }) return null;

        var members = records.Select(MemberOf).OfType<FamilyMember>().OrderBy(m => m.Relation).ToList();
        return members.Count == records.Length && members.Exists(m => m.Nik == asked) ? new FamilyCard(number, members) : null;
    }

    private static FamilyMember? MemberOf(DukcapilMemberRecord record) =>
        record is { Nik.Length: 16, Name.Length: > 0, BirthDate: { } born } && SexOf(record.Sex) is { } sex
            ? new FamilyMember(record.Nik, record.Name, RelationOf(record.Relation), born, sex)
            : null;

    private static Sex? SexOf(string? word) => word switch
    {
        DukcapilWords.Man => Sex.Male,
        DukcapilWords.Woman => Sex.Female,
        _ => null,
    };

    private static FamilyRelation RelationOf(string? word) => word switch
    {
        DukcapilWords.Head => FamilyRelation.Head,
        DukcapilWords.Husband => FamilyRelation.Husband,
        DukcapilWords.Wife => FamilyRelation.Wife,
        DukcapilWords.Child => FamilyRelation.Child,
        _ => FamilyRelation.Other,
    };
}
