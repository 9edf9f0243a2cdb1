using System.Text.Json;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Office;

namespace MppDigital.Regencies.Tests.Applications.Office;

public sealed class MaskedAnswersTests
{
    [Fact]
    public void Masks_the_NIK_of_the_applicant_and_of_everybody_named_and_nothing_else()
    {
        using var answers = JsonDocument.Parse("""{ "nik": "1375015203949990", "nama_lengkap": "Aisyah", "no_kk": "1375010101010001", "ikut": ["1375012401949991", "1375014812939992"] }""");

        var masked = MaskedAnswers.Of(answers.RootElement, Definition("DKC-PND-01"));

        Assert.Equal("1375•• •••••• ••90", masked.GetProperty("nik").GetString());
        Assert.Equal(["1375•• •••••• ••91", "1375•• •••••• ••92"], masked.GetProperty("ikut").EnumerateArray().Select(n => n.GetString()));
        Assert.Equal("1375010101010001", masked.GetProperty("no_kk").GetString());
        Assert.Equal("Aisyah", masked.GetProperty("nama_lengkap").GetString());
    }

    [Fact]
    public void Masks_the_NIK_inside_each_item_of_a_group()
    {
        var service = Definition("DKC-KK-01");
        var field = service.FormFields.First(f => f.IsGroup).Name;
        using var answers = JsonDocument.Parse($$"""{ "{{field}}": [{ "nik": "1375016501909990", "name": "Siti" }] }""");

        var person = MaskedAnswers.Of(answers.RootElement, service).GetProperty(field)[0];

        Assert.Equal("1375•• •••••• ••90", person.GetProperty("nik").GetString());
        Assert.Equal("Siti", person.GetProperty("name").GetString());
    }

    private static ServiceDefinition Definition(string code)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "MppDigital.sln"))) at = at.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return DefinitionJson.Read(File.ReadAllText(Path.Combine(at.FullName, "tenants-seed", "services", $"{code}.json")));
    }
}
