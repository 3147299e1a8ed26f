using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NetDsl.Testing.Harness;

/// <summary>Walks everything that an object holds, private fields included.</summary>
public static class ObjectGraph
{
    /// <summary>The path to the first object of a forbidden kind, or null where there is none.</summary>
    public static string? Find(object root, Func<Type, bool> forbidden)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var queue = new Queue<(object Value, string Path)>([(root, root.GetType().Name)]);
        while (queue.TryDequeue(out (object Value, string Path) next))
        {
            Type type = next.Value.GetType();
            if (forbidden(type))
            {
                return $"{next.Path} is a {type}";
            }

            if (type.IsPrimitive || type == typeof(string) || type.IsPointer || next.Value is MemberInfo || (!type.IsValueType && !seen.Add(next.Value)))
            {
                continue;
            }

            foreach ((string name, object value) in Parts(next.Value, type))
            {
                queue.Enqueue((value, $"{next.Path}.{name}"));
            }
        }

        return null;
    }

    private static IEnumerable<(string Name, object Value)> Parts(object value, Type type)
    {
        if (value is Array array)
        {
            int index = 0;
            foreach (object? element in (IEnumerable)array)
            {
                if (element is not null)
                {
                    yield return ($"[{index}]", element);
                }

                index++;
            }
        }

        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (Type? level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (FieldInfo field in level.GetFields(Own))
            {
                if (!field.FieldType.IsPointer && !field.FieldType.IsByRefLike && field.GetValue(value) is { } part)
                {
                    yield return (field.Name, part);
                }
            }
        }
    }
}
