using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Forms;

/// <summary>A form filled in well, with one answer put as raw JSON, so that the answer may be anything a caller can send.</summary>
internal static class Filled
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static FormCheck With(string service, string field, string json) => Check(service, Answers(service, field, json), HeldFacts.None);

    public static string Answers(string service, string field, string json)
    {
        var others = Typed(service);
        others.Remove(field);
        return others.Count == 0 ? $"{{\"{field}\":{json}}}" : $"{others.ToJsonString()[..^1]},\"{field}\":{json}}}";
    }

    /// <summary>The sample answers without what is worked out from them.</summary>
    public static JsonObject Typed(string service)
    {
        var answers = SampleAnswers.For(SeedData.Service(service), Today);
        foreach (var computed in SeedData.Service(service).FormFields.Where(f => f.Compute is not null)) answers.Remove(computed.Name);
        return answers;
    }

    public static FormCheck Check(string service, string json, HeldFacts held)
    {
        using var data = JsonDocument.Parse(json);
        var definition = SeedData.Service(service);
        // Business-only services are filed by businesses; which is which has tests of its own.
        var applicant = definition.ApplicantKinds.Contains("perorangan") ? held : new HeldFacts(held.All, held.SilentSources) { Applicant = ApplicantKind.Business, Choices = held.Choices };
        return FormValidator.Check(definition, data.RootElement.Clone(), applicant, SeedData.Directory, Today);
    }

    public static HeldFacts Held(params (string Field, JsonNode Value)[] facts) =>
        new(facts.Select(f => new HeldFact(f.Field, f.Value, "dukcapil.person", new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc))), []);
}
