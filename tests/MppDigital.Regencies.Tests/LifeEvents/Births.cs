using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.LifeEvents;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.LifeEvents;

/// <summary>A mother who reports a birth, over the use cases as the pages and the API call them.</summary>
internal sealed class Births(TwoRegencies regencies)
{
    public const string Certificate = "DKC-AKL-01";
    public const string FamilyCard = "DKC-KK-02";
    public const string ChildCard = "DKC-KIA-01";

    public static Applicant Citizen(int position)
    {
        var nik = SyntheticPeople.NikOf("1375", position);
        return new Applicant($"sub-{nik}", nik, "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");
    }

    public static int SequenceOf(string number) => int.Parse(number[^6..], CultureInfo.InvariantCulture);

    public async Task<SubmitLifeEvent> FilingAsync(Applicant citizen, bool childCard = true)
    {
        var form = await FormAsync(citizen, childCard);
        var answers = new JsonObject { ["perlu_kia"] = childCard };
        foreach (var field in form.Form.Service.FormFields.Where(f => f is { ShowWhen: null, Compute: null } && f.Name != "perlu_kia" && form.Form.Held.ValueFor(f) is null)) answers[field.Name] = SampleAnswers.ValueFor(field, DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        var documents = new List<GivenDocument>();
        foreach (var code in form.Form.ToUpload) documents.Add(new GivenDocument(code, await UploadAsync(citizen, code)));
        return new SubmitLifeEvent(citizen, Guid.NewGuid().ToString("N"), "birth", JsonSerializer.SerializeToElement(answers), documents, null);
    }

    public Task<PreparedLifeEvent> FormAsync(Applicant citizen, bool childCard) =>
        regencies.GetAsync<PrepareLifeEvent, PreparedLifeEvent>(TwoRegencies.Bukittinggi, new PrepareLifeEvent(citizen, "birth", JsonSerializer.SerializeToElement(new Dictionary<string, bool> { ["perlu_kia"] = childCard })));

    public Task<Outcome<LifeEventReceipt>> SubmitAsync(SubmitLifeEvent filing) => regencies.RunAsync<SubmitLifeEvent, LifeEventReceipt>(TwoRegencies.Bukittinggi, filing);

    public async Task<LifeEventReceipt> FiledAsync(Applicant citizen)
    {
        var filed = await SubmitAsync(await FilingAsync(citizen));
        Assert.True(filed.Succeeded, $"{filed.Problem?.Code} {string.Join(' ', filed.Problem?.Errors.Select(e => $"{e.Key}: {e.Value[0]}") ?? [])}");
        return filed.Value!;
    }

    public Task<LifeEventView> ReadAsync(Applicant citizen, string number) => regencies.GetAsync<ReadLifeEventFiling, LifeEventView>(TwoRegencies.Bukittinggi, new ReadLifeEventFiling(citizen.Sub, number));

    public Task<ApplicationView> ReadOneAsync(Applicant citizen, string number) => regencies.GetAsync<ReadApplication, ApplicationView>(TwoRegencies.Bukittinggi, new ReadApplication(citizen.Sub, number));

    private async Task<Guid> UploadAsync(Applicant citizen, string requirement)
    {
        using var paper = new MemoryStream(SampleFiles.Png());
        return (await regencies.GetAsync<UploadDocument, UploadedDocument>(TwoRegencies.Bukittinggi, new UploadDocument(citizen.Sub, paper, requirement))).Id;
    }
}
