using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Forms;

/// <summary>
/// Random forms with conditions and groups, and random answers, against a slow reading of the same rules in a few obvious lines: which questions are
/// asked, which are needed, which answers are refused for not being asked.
/// </summary>
public class RandomFormsTests
{
    private const int Rounds = 1500;
    private static readonly string[] Choices = ["a", "b", "c"];

    [Fact]
    public void Asks_and_needs_what_an_obvious_reading_of_the_definition_does()
    {
        var (hidden, missing, unasked, inGroups) = (0, 0, 0, 0);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var definition = SeedData.Service("DPM-RKL-01") with { FormFields = Form(random), FormRules = [], FormSections = [] };
            var answers = Answers(random, definition.FormFields);
            var expected = new Oracle();
            expected.Read(definition.FormFields, answers, "/data", []);

            var check = FormValidator.Check(definition, JsonSerializer.SerializeToElement(answers), HeldFacts.None, SeedData.Directory, Filled.Today);

            var told = $"seed {seed}\n{JsonSerializer.Serialize(definition.FormFields)}\n{answers.ToJsonString()}\n{string.Join('\n', check.Errors)}";
            Assert.True(expected.Hidden.Order(StringComparer.Ordinal).SequenceEqual(check.Hidden.Order(StringComparer.Ordinal)), $"hidden: {string.Join(' ', expected.Hidden)}\n{told}");
            Assert.True(expected.Faults.Order(StringComparer.Ordinal).SequenceEqual(check.Errors.Select(e => e.At).Order(StringComparer.Ordinal)), $"faults: {string.Join(' ', expected.Faults)}\n{told}");
            (hidden, missing, unasked, inGroups) = (hidden + expected.Hidden.Count, missing + expected.Missing, unasked + expected.Unasked, inGroups + expected.Hidden.Count(p => p.Count(c => c == '/') > 2));
        }

        // The forms are worth asking only if all of this happens often.
        Assert.All([hidden, missing, unasked, inGroups], n => Assert.True(n > 300, $"{hidden} hidden, {missing} missing, {unasked} unasked, {inGroups} in groups"));
    }

    private static List<FormField> Form(Random random)
    {
        var fields = new List<FormField>();
        for (var i = 0; i < random.Next(3, 9); i++)
        {
            var isGroup = random.Next(4) == 0;
            var field = Plain(random, $"f{i}", fields) with { Type = "group", Validation = new FieldValidation { MaxItems = 5 }, Options = null };
            if (!isGroup)
            {
                fields.Add(Plain(random, $"f{i}", fields));
                continue;
            }

            var members = new List<FormField>();
            for (var m = 0; m < random.Next(1, 4); m++) members.Add(Plain(random, $"m{m}", [.. fields.Where(f => !f.IsGroup), .. members]));
            fields.Add(field with { Fields = members });
        }

        return fields;
    }

    private static FormField Plain(Random random, string name, IReadOnlyList<FormField> before)
    {
        var type = new[] { "enum", "boolean", "integer", "array<enum>" }[name[0] == 'm' ? random.Next(3) : random.Next(4)];
        var askable = before.Where(f => !f.IsGroup).ToList();
        var required = random.Next(3) == 0;
        return new FormField
        {
            Name = name,
            Label = name,
            LabelEn = name,
            Type = type,
            Required = required,
            Validation = new FieldValidation(),
            Source = null,
            Prefilled = false,
            Editable = true,
            Group = "details",
            Options = FieldTypes.IsEnum(type) ? [.. Choices.Select(c => new FieldOption { Value = c, LabelId = c, LabelEn = c })] : null,
            ShowWhen = askable.Count > 0 && random.Next(2) == 0 ? Condition(random, askable, 2) : null,
            RequiredWhen = !required && askable.Count > 0 && random.Next(3) == 0 ? Condition(random, askable, 2) : null,
        };
    }

    private static FormCondition Condition(Random random, IReadOnlyList<FormField> before, int levels)
    {
        if (levels > 0 && random.Next(3) == 0)
        {
            FormCondition Below() => Condition(random, before, levels - 1);
            return random.Next(3) switch { 0 => new FormCondition { All = [Below(), Below()] }, 1 => new FormCondition { Any = [Below(), Below()] }, _ => new FormCondition { Not = Below() } };
        }

        var field = before[random.Next(before.Count)];
        if (random.Next(4) == 0) return new FormCondition { Field = field.Name, Present = random.Next(2) == 0 };
        var other = before.Where(f => f.Type == "integer" && f.Name != field.Name).Select(f => f.Name).FirstOrDefault();
        return (field.Type, random.Next(2)) switch
        {
            ("enum", 0) => new FormCondition { Field = field.Name, Is = Json(Choices[random.Next(3)]) },
            ("enum", _) => new FormCondition { Field = field.Name, OneOf = [Json("a"), Json("b")] },
            ("boolean", _) => new FormCondition { Field = field.Name, Is = Json(random.Next(2) == 0) },
            ("array<enum>", _) => new FormCondition { Field = field.Name, Includes = Json(Choices[random.Next(3)]) },
            (_, 0) when other is not null => new FormCondition { Field = field.Name, Compare = (FormComparison)random.Next(4), ToField = other },
            _ => new FormCondition { Field = field.Name, Compare = (FormComparison)random.Next(4), To = Json(random.Next(4)) },
        };
    }

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);

    private static JsonObject Answers(Random random, IReadOnlyList<FormField> fields) =>
        new(fields.Where(_ => random.Next(3) > 0).Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, f.IsGroup ? Items(random, f.Fields!) : Value(random, f.Type))));

    // Items tell themselves apart, so that only what this test asks about can be wrong with them.
    private static JsonArray Items(Random random, IReadOnlyList<FormField> members)
    {
        var items = new JsonArray();
        for (var i = 0; i < random.Next(1, 4); i++)
        {
            var item = Answers(random, members);
            if (item.Count > 0 && !items.Any(earlier => JsonNode.DeepEquals(earlier, item))) items.Add(item);
        }

        return items;
    }

    private static JsonNode Value(Random random, string type) => type switch
    {
        "enum" => Choices[random.Next(3)],
        "boolean" => random.Next(2) == 0,
        "integer" => random.Next(4),
        _ => new JsonArray([.. Choices.Where(_ => random.Next(2) == 0).DefaultIfEmpty("c").Select(c => (JsonNode)c)]),
    };

    private sealed class Oracle
    {
        public HashSet<string> Hidden { get; } = [];

        public List<string> Faults { get; } = [];

        public int Missing { get; private set; }

        public int Unasked { get; private set; }

        /// <summary>Reads fields from the first to the last; what counts for the next ones is what was asked and is in order.</summary>
        public bool Read(IReadOnlyList<FormField> fields, JsonObject given, string at, Dictionary<string, JsonNode> around)
        {
            var known = new Dictionary<string, JsonNode>(around);
            foreach (var name in fields.Select(f => f.Name)) known.Remove(name);
            var (before, kept) = (Faults.Count, 0);
            foreach (var field in fields)
            {
                var (pointer, value) = ($"{at}/{field.Name}", given[field.Name]);
                if (value is JsonArray { Count: 0 }) value = null;
                if (field.ShowWhen is not null && !True(field.ShowWhen, known))
                {
                    Hidden.Add(pointer);
                    if (value is null) continue;
                    Faults.Add(pointer);
                    Unasked++;
                }
                else if (value is null)
                {
                    if (!field.Required && !(field.RequiredWhen is not null && True(field.RequiredWhen, known))) continue;
                    Faults.Add(pointer);
                    Missing++;
                }
                else if (field.IsGroup)
                {
                    var good = true;
                    for (var i = 0; i < value.AsArray().Count; i++) good &= Read(field.Fields!, value[i]!.AsObject(), $"{pointer}/{i}", known);
                    if (good) (known[field.Name], kept) = (value, kept + 1);
                }
                else
                {
                    (known[field.Name], kept) = (value, kept + 1);
                }
            }

            return Faults.Count == before;
        }

        private static bool True(FormCondition condition, Dictionary<string, JsonNode> known)
        {
            if (condition.All is not null) return !condition.All.Any(c => !True(c, known));
            if (condition.Any is not null) return condition.Any.Any(c => True(c, known));
            if (condition.Not is not null) return !True(condition.Not, known);
            var there = known.TryGetValue(condition.Field!, out var answer);
            if (condition.Present is not null) return there == condition.Present;
            if (!there) return false;
            var text = answer!.ToJsonString();
            if (condition.Is is { } value) return text == value.GetRawText();
            if (condition.OneOf is not null) return condition.OneOf.Any(v => v.GetRawText() == text);
            if (condition.Includes is { } item) return answer.AsArray().Any(v => v!.ToJsonString() == item.GetRawText());
            if (condition.ToField is not null && !known.ContainsKey(condition.ToField)) return false;
            var (left, right) = (int.Parse(text, CultureInfo.InvariantCulture), int.Parse(condition.ToField is null ? condition.To!.Value.GetRawText() : known[condition.ToField].ToJsonString(), CultureInfo.InvariantCulture));
            return condition.Compare switch { FormComparison.Less => left < right, FormComparison.AtMost => left <= right, FormComparison.Greater => left > right, _ => left >= right };
        }
    }
}
