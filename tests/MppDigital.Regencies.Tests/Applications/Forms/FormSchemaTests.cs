using System.Text.Json.Nodes;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Forms;

public class FormSchemaTests
{
    public static TheoryData<string> Services => [.. SeedData.Services.Select(s => s.Code)];

    [Theory]
    [MemberData(nameof(Services))]
    public void Describes_every_field_and_nothing_else(string service)
    {
        var definition = SeedData.Service(service);

        var schema = FormSchema.For(definition, HeldFacts.None);

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema["$schema"]!.GetValue<string>());
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.Equal(definition.FormFields.Select(f => f.Name), schema["properties"]!.AsObject().Select(p => p.Key));
        Assert.Equal(definition.FormFields.Where(f => f is { Required: true, ShowWhen: null }).Select(f => f.Name), schema["required"]!.AsArray().Select(n => n!.GetValue<string>()));
        foreach (var field in definition.FormFields)
        {
            var property = schema["properties"]![field.Name]!.AsObject();
            Assert.Equal(field.Label, property["title"]!.GetValue<string>());
            Assert.Contains(property["type"]!.GetValue<string>(), new[] { "string", "integer", "number", "boolean", "object", "array" });
            var options = (property["enum"] ?? property["items"]?["enum"])?.AsArray().Select(n => n!.GetValue<string>());
            Assert.Equal(field.Options?.Select(o => o.Value), options);
        }
    }

    [Fact]
    public void Makes_a_held_and_fixed_field_read_only()
    {
        var schema = FormSchema.For(SeedData.Service("DPM-SIP-04"), Filled.Held(("nama_lengkap", "Siti Anggraini"), ("no_hp", "081234567890")));

        var name = schema["properties"]!["nama_lengkap"]!;
        Assert.True(name["readOnly"]!.GetValue<bool>());
        Assert.Equal("Siti Anggraini", name["const"]!.GetValue<string>());
        var phone = schema["properties"]!["no_hp"]!;
        Assert.Null(phone["readOnly"]);
        Assert.Equal("+6281234567890", phone["default"]!.GetValue<string>());
        Assert.True(schema["properties"]!["no_str"]!["x-unverified"]!.GetValue<bool>());
        Assert.DoesNotContain("nama_lengkap", schema["required"]!.AsArray().Select(n => n!.GetValue<string>()));
    }

    [Fact]
    public void Carries_the_bounds_of_the_definition()
    {
        var rank = FormSchema.For(SeedData.Service("DPM-SIP-01"), HeldFacts.None)["properties"]!["sip_ke"]!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("[1,3]"), new JsonArray(rank["minimum"]!.DeepClone(), rank["maximum"]!.DeepClone())));
    }
}
